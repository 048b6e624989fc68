import face_recognition

image = face_recognition.load_image_file("team.jpg")
face_recognition.face_encodings(image)
