import cognee


async def remember(text):
    await cognee.add(text)
