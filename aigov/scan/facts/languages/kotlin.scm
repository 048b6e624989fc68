; Facts of Kotlin. What the captures mean is said at the top of engine.py.

; --- imports ---------------------------------------------------------------------------------------------------------
(import (qualified_identifier) @import.module)
(import (qualified_identifier) @import.module "as" (identifier) @import.alias)
(import (qualified_identifier) @import.module "*" @import.all)

; === names ===
; --- scopes ----------------------------------------------------------------------------------------------------------
(function_declaration name: (identifier) @function.name (function_body) @function.body) @function
(function_declaration name: (identifier) @function.name (function_value_parameters) . (_) @function.type
  . (function_body) @function.body) @function
; A function of an interface has no body; its parameters stand in for one.
(function_declaration name: (identifier) @function.name (function_value_parameters) @function.body .) @function
(function_declaration name: (identifier) @function.name (function_value_parameters) @function.body
  . [(user_type) (nullable_type)] @function.type .) @function
(primary_constructor (class_parameters) @function.body) @function
(secondary_constructor (block) @function.body) @function
(lambda_literal) @function @function.body
(anonymous_function (function_body) @function.body) @function
(class_declaration name: (identifier) @class.name @class.body (delegation_specifiers)? @class.bases) @class
(object_declaration name: (identifier) @class.name @class.body (delegation_specifiers)? @class.bases) @class
(companion_object "companion" @class.name (class_body) @class.body) @class
(_ (modifiers (annotation) @decorator)) @decorator.of
(return_expression (_) @return)
(function_body (_) @return)
(lambda_literal (_) @return .)

; --- parameters ------------------------------------------------------------------------------------------------------
(function_value_parameters (parameter . (identifier) @parameter.name . (_) @parameter.type))
(function_value_parameters (parameter . (identifier) @parameter.name . (_) @parameter.type) . "=" . (_) @parameter.default)
(function_value_parameters (parameter_modifiers (annotation) @parameter.given)
  . (parameter . (identifier) @parameter.name . (_) @parameter.type))
(class_parameter (identifier) @parameter.name . (_) @parameter.type)
(class_parameter (identifier) @parameter.name . (_) @parameter.type . "=" . (_) @parameter.default)
(class_parameter (modifiers (annotation) @parameter.given) (identifier) @parameter.name . (_) @parameter.type)
(class_parameter ["val" "var"] . (identifier) @field.name . (_) @field.type)
(lambda_parameters (variable_declaration . (identifier) @parameter.name))

; --- bindings --------------------------------------------------------------------------------------------------------
(property_declaration (variable_declaration . (identifier) @assign.target . (_)? @assign.type) . "=" . (_) @assign.value)
(property_declaration (variable_declaration . (identifier) @assign.target) (property_delegate (_) @assign.value))
(property_declaration (variable_declaration . (identifier) @assign.target)
  (getter (function_body (_) @assign.value)))
(property_declaration (variable_declaration . (identifier) @declare.target . (_) @declare.type) .)
(property_declaration (modifiers (annotation) @given.by) (variable_declaration . (identifier) @given.target))
(assignment left: (_) @assign.target operator: "=" right: (_) @assign.value)
(assignment left: (_) @augment.target operator: "+=" right: (_) @augment.value)
(for_statement (variable_declaration . (identifier) @element.target) . (_) @element.value)
(enum_entry . (identifier) @assign.target) @assign.value

(call_expression) @call
(delegation_specifier (constructor_invocation) @call)

; === strings ===
[(string_literal) (multiline_string_literal)] @string
(ERROR) @error
