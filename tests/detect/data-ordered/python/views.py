import asyncio
import threading
from datetime import timedelta

from tasks import answer, ask, explain, quiet, rank, rate, sum_up, translate


def view(user, queue, background_tasks, bot):
    ask.delay(user.email)
    sum_up.apply_async(args=(user.iban,), kwargs={}, countdown=3)
    queue.enqueue_in(timedelta(seconds=3), explain, user.diagnosis)
    rate.send(user.passport)
    background_tasks.add_task(answer, q=user.salary)
    threading.Thread(target=translate, args=(user.phone,)).start()


async def later(user):
    await asyncio.to_thread(rank, user.dna)


def others(user, queue, bot, other):
    # What is ordered of others is no data of ours.
    queue.enqueue(print, user.email)
    other.delay(user.iban)
    bot.send(user.diagnosis)
    quiet.delay(len(user.email), 3)
    threading.Thread(target=other, args=(user.phone, quiet)).start()
