from nat.builder.builder import Builder
from nat.cli.register_workflow import register_function

@register_function(config_type=Config)
async def tool(config: Config, builder: Builder): ...
