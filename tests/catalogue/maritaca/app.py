from maritalk import MariTalk

model = MariTalk(key="key", model="sabia-3")
