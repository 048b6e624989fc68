module example.com/notes
