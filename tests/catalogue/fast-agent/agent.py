import asyncio

from fast_agent import FastAgent

fast = FastAgent("Planner")


@fast.agent(instruction="Plan the trip", model="sonnet")
async def main() -> None:
    async with fast.run() as agent:
        await agent.interactive()


asyncio.run(main())
