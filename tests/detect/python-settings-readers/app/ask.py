import openai  # expect: use openai import

from . import conf
from .conf import Models, NewModels, OldModels, load

client = openai.OpenAI()


def ask(prompt):
    client.responses.create(input=prompt, model=conf.DECOUPLED)  # expect: flow openai user-content model=gpt-4o-mini
    client.responses.create(input=prompt, model=conf.DECOUPLED_CAST)  # expect: flow openai user-content model=gpt-4o
    client.responses.create(input=prompt, model=conf.ENVIRON)  # expect: flow openai user-content model=gpt-4.1
    client.responses.create(input=prompt, model=conf.ENVIRON_STR)  # expect: flow openai user-content model=gpt-4.1-mini
    client.responses.create(input=prompt, model=conf.MARSH)  # expect: flow openai user-content model=o3-mini
    client.responses.create(input=prompt, model=conf.MARSH_CALL)  # expect: flow openai user-content model=o4-mini
    client.responses.create(input=prompt, model=conf.STAR)  # expect: flow openai user-content model=gpt-4-turbo
    client.responses.create(input=prompt, model=conf.STAR_CAST)  # expect: flow openai user-content model=gpt-4
    client.responses.create(input=prompt, model=Models().chat)  # expect: flow openai user-content model=gpt-5
    client.responses.create(input=prompt, model=Models().small)  # expect: flow openai user-content model=gpt-5-mini
    client.responses.create(input=prompt, model=Models.tiny)  # expect: flow openai user-content model=gpt-5-nano
    client.responses.create(input=prompt, model=OldModels().audio)  # expect: flow openai user-content model=gpt-4o-audio-preview
    client.responses.create(input=prompt, model=NewModels().search)  # expect: flow openai user-content model=gpt-4o-search-preview
    client.audio.speech.create(input=prompt, model=NewModels().speech)  # expect: flow openai user-content model=tts-1
    client.images.generate(prompt=prompt, model=NewModels().image)  # expect: flow openai user-content model=gpt-image-1
    client.responses.create(input=prompt, model=load().chat)  # expect: flow openai user-content model=o1
