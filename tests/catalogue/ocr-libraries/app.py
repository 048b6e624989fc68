from rapidocr import RapidOCR

engine = RapidOCR()
