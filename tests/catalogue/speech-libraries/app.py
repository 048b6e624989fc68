import speech_recognition as sr

recognizer = sr.Recognizer()
