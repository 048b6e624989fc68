import assemblyai as aai

transcript = aai.Transcriber().transcribe("./meeting.mp3")
