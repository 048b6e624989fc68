# METADATA
# title: Shared library
# description: >-
#   What every control is built from. The bundle builder copies it below each framework's own root, so no bundle
#   depends on another.
# scope: subpackages
# schemas:
#   - input: schema["policy-input.schema"]
package aigov.lib
