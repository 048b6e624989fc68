from runwayml import RunwayML

client = RunwayML()
client.image_to_video.create(model="gen4_turbo", prompt_image="https://x.example/a.jpg", ratio="1280:720")
