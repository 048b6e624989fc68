from mixedbread import Mixedbread

mxbai = Mixedbread()
