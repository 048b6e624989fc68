import wandb

wandb.init(project="churn")
