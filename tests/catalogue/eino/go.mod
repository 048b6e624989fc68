module example.com/app

go 1.24

require github.com/cloudwego/eino v0.5.0
