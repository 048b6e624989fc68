; Facts of JavaScript beyond ecmascript.scm.

; === names ===
(export_statement decorator: (decorator (_) @decorator) declaration: (_) @decorator.of)
(method_definition decorator: (decorator (_) @decorator)) @decorator.of
(formal_parameters [(identifier) (object_pattern)] @parameter.name)
(formal_parameters (assignment_pattern left: (_) @parameter.name right: (_) @parameter.default))
(formal_parameters (rest_pattern (identifier) @parameter.rest))
(field_definition property: (_) @assign.target value: (_) @assign.value)
