import fasttext

model = fasttext.train_supervised("labelled.txt")
