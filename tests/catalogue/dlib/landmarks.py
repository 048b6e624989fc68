import dlib

detector = dlib.get_frontal_face_detector()
