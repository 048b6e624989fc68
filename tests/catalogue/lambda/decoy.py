square = lambda x: x * x
import aws_lambda_powertools
