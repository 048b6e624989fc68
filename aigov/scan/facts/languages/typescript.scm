; Facts of TypeScript and TSX beyond ecmascript.scm.

(import_statement (import_require_clause (identifier) @import.alias source: (string) @import.module))

; === names ===
(abstract_class_declaration name: (_) @class.name (class_heritage)? @class.bases body: (_) @class.body) @class
; Decorators of what is exported, and of methods, stand before them.
(export_statement decorator: (decorator (_) @decorator) declaration: (_) @decorator.of)
(class_body (decorator (_) @decorator) . [(comment) (decorator)]* . (method_definition) @decorator.of)
(enum_declaration name: (_) @class.name body: (_) @class.body) @class
(enum_assignment name: (_) @assign.target value: (_) @assign.value)

(required_parameter pattern: [(identifier) (object_pattern)] @parameter.name type: (_)? @parameter.type
  value: (_)? @parameter.default)
(optional_parameter pattern: [(identifier) (object_pattern)] @parameter.name type: (_)? @parameter.type
  value: (_)? @parameter.default)
(required_parameter pattern: (rest_pattern (identifier) @parameter.rest))
; A constructor parameter with a modifier is a field of the object, too.
(required_parameter [(accessibility_modifier) "readonly"] pattern: (identifier) @field.name type: (_)? @field.type)

(public_field_definition name: (_) @assign.target type: (_)? @assign.type value: (_) @assign.value)
(public_field_definition name: (_) @declare.target type: (_) @declare.type !value)
(variable_declarator name: (_) @declare.target type: (_) @declare.type !value)
