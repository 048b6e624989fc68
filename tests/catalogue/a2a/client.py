import httpx
from a2a.client import A2ACardResolver


async def card(base_url: str):
    async with httpx.AsyncClient() as http:
        return await A2ACardResolver(httpx_client=http, base_url=base_url).get_agent_card()
