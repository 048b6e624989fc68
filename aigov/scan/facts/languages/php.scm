; Facts of PHP. What the captures mean is said at the top of engine.py.

; --- imports ---------------------------------------------------------------------------------------------------------
(namespace_use_declaration (namespace_use_clause . (name) @import.module alias: (name)? @import.alias))
(namespace_use_declaration (namespace_use_clause
  . (qualified_name (namespace_name) @import.module (name) @import.name) alias: (name)? @import.alias))
(namespace_use_declaration (namespace_name) @import.module body: (namespace_use_group
  (namespace_use_clause . (name) @import.name alias: (name)? @import.alias)))
(scoped_call_expression scope: (qualified_name) @import.global)
(object_creation_expression . (qualified_name) @import.global)

; === names ===
; --- scopes ----------------------------------------------------------------------------------------------------------
(function_definition name: (name) @function.name body: (_) @function.body) @function
(method_declaration name: (name) @function.name body: (_) @function.body) @function
(arrow_function body: (_) @function.body) @function
(arrow_function body: (_) @return)
(anonymous_function body: (_) @function.body) @function
(class_declaration name: (name) @class.name (base_clause)? @class.bases body: (_) @class.body) @class
(trait_declaration name: (name) @class.name body: (_) @class.body) @class
(interface_declaration name: (name) @class.name body: (_) @class.body) @class
(enum_declaration name: (name) @class.name body: (_) @class.body) @class
(_ attributes: (attribute_list (attribute_group (attribute) @decorator))) @decorator.of
(return_statement (_) @return)

; --- parameters ------------------------------------------------------------------------------------------------------
(simple_parameter type: (_)? @parameter.type name: (variable_name (name) @parameter.name)
  default_value: (_)? @parameter.default)
(property_promotion_parameter type: (_)? @parameter.type name: (variable_name (name) @parameter.name)
  default_value: (_)? @parameter.default)
(property_promotion_parameter type: (_)? @field.type name: (variable_name (name) @field.name))
(variadic_parameter name: (variable_name (name) @parameter.rest))

; --- bindings --------------------------------------------------------------------------------------------------------
(assignment_expression left: (_) @assign.target right: (_) @assign.value)
(augmented_assignment_expression left: (_) @assign.target operator: "??=" right: (_) @assign.value)
(augmented_assignment_expression left: (_) @augment.target operator: ".=" right: (_) @augment.value)
(const_element . (name) @assign.target (_) @assign.value)
(property_declaration type: (_)? @assign.type
  (property_element name: (variable_name) @assign.target default_value: (_) @assign.value))
(property_declaration type: (_) @declare.type (property_element name: (variable_name) @declare.target !default_value))
(enum_case name: (name) @assign.target value: (_) @assign.value)
(foreach_statement . (_) @element.value (variable_name) @element.target)

(function_call_expression) @call
(member_call_expression) @call
(nullsafe_member_call_expression) @call
(scoped_call_expression) @call
(object_creation_expression) @call

; === strings ===
(string) @string
(encapsed_string) @string
(heredoc_body) @string
(nowdoc_body) @string
(ERROR) @error
