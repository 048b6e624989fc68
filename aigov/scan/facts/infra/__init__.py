"""Infrastructure as code: what Terraform, Bicep, ARM, CloudFormation and Pulumi create and allow.

Each language becomes the same tree of ``values``: ``hcl``, ``bicep``, ``arm``, ``cloudformation`` and ``pulumi`` read
one, ``program`` follows names through parameters, locals, loops and modules of the tree, and ``detect`` and ``strings``
ask the catalogue.
"""
