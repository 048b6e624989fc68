import fastapi_poe as fp


class EchoBot(fp.PoeBot):
    async def get_response(self, request):
        yield fp.PartialResponse(text="hi")
