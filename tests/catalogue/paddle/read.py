import paddle
from paddleocr import PaddleOCR

ocr = PaddleOCR(lang="en")
