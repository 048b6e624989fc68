from clearml import Task

task = Task.init(project_name="p", task_name="t")
