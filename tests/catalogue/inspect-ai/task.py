from inspect_ai import Task, task


@task
def hello():
    return Task(dataset=[])
