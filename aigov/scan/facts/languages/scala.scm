; Facts of Scala. What the captures mean is said at the top of engine.py.

; --- imports ---------------------------------------------------------------------------------------------------------
(import_declaration) @import.module

; === names ===
; --- scopes ----------------------------------------------------------------------------------------------------------
(function_definition name: (identifier) @function.name return_type: (_)? @function.type
  body: (_) @function.body) @function
(function_declaration name: (identifier) @function.name @function.body return_type: (_)? @function.type) @function
(class_definition class_parameters: (class_parameters) @function @function.body)
(enum_definition class_parameters: (class_parameters) @function @function.body)
(lambda_expression) @function @function.body
(class_definition name: (identifier) @class.name @class.body extend: (_)? @class.bases) @class
(object_definition name: (identifier) @class.name @class.body extend: (_)? @class.bases) @class
(trait_definition name: (identifier) @class.name @class.body extend: (_)? @class.bases) @class
(enum_definition name: (identifier) @class.name @class.body extend: (_)? @class.bases) @class
(_ (annotation) @decorator) @decorator.of
(function_definition body: (_) @return)
(function_definition body: (block (_) @return .))
(return_expression (_) @return)
(lambda_expression (_) @return .)

; --- parameters ------------------------------------------------------------------------------------------------------
(parameter name: (identifier) @parameter.name type: (_)? @parameter.type default_value: (_)? @parameter.default)
(class_parameter name: (identifier) @parameter.name type: (_)? @parameter.type default_value: (_)? @parameter.default)
(class_parameter name: (identifier) @field.name type: (_)? @field.type)
(binding name: (identifier) @parameter.name type: (_)? @parameter.type)
(lambda_expression parameters: (identifier) @parameter.name)

; --- bindings --------------------------------------------------------------------------------------------------------
(val_definition pattern: (identifier) @assign.target type: (_)? @assign.type value: (_) @assign.value)
(var_definition pattern: (identifier) @assign.target type: (_)? @assign.type value: (_) @assign.value)
(val_declaration name: (identifier) @declare.target type: (_) @declare.type)
(block (assignment_expression left: (_) @assign.target right: (_) @assign.value))
(template_body (assignment_expression left: (_) @assign.target right: (_) @assign.value))
(lambda_expression (assignment_expression left: (_) @assign.target right: (_) @assign.value))
(enumerator . (identifier) @element.target . (_) @element.value .)

(call_expression) @call
(instance_expression) @call

; === strings ===
[(string) (interpolated_string_expression)] @string
(ERROR) @error
