; Facts of Java. What the captures mean is said at the top of engine.py.

; --- imports ---------------------------------------------------------------------------------------------------------
(import_declaration (scoped_identifier scope: (_) @import.module name: (identifier) @import.name) .)
(import_declaration (_) @import.module (asterisk) @import.all)

; === names ===
; --- scopes ----------------------------------------------------------------------------------------------------------
(method_declaration type: (_) @function.type name: (identifier) @function.name body: (_) @function.body) @function
(constructor_declaration name: (identifier) @function.name body: (_) @function.body) @function
(compact_constructor_declaration name: (identifier) @function.name body: (_) @function.body) @function
(record_declaration parameters: (formal_parameters) @function @function.body)
(lambda_expression body: (_) @function.body) @function
; A method of an interface has no body; its parameters stand in for one.
(method_declaration type: (_) @function.type name: (identifier) @function.name
  parameters: (_) @function.body !body) @function
(class_declaration name: (identifier) @class.name
  superclass: (_)? @class.bases interfaces: (_)? @class.bases body: (_) @class.body) @class
(record_declaration name: (identifier) @class.name interfaces: (_)? @class.bases body: (_) @class.body) @class
(enum_declaration name: (identifier) @class.name interfaces: (_)? @class.bases body: (_) @class.body) @class
(interface_declaration name: (identifier) @class.name (extends_interfaces)? @class.bases body: (_) @class.body) @class
(_ (modifiers [(annotation) (marker_annotation)] @decorator)) @decorator.of
(return_statement (_) @return)
(yield_statement (_) @return)
(lambda_expression body: (_) @return)

; --- parameters ------------------------------------------------------------------------------------------------------
(formal_parameter type: (_) @parameter.type name: (identifier) @parameter.name)
(formal_parameter (modifiers (annotation) @parameter.given) type: (_) @parameter.type name: (identifier) @parameter.name)
(spread_parameter (variable_declarator name: (identifier) @parameter.rest))
(inferred_parameters (identifier) @parameter.name)
(lambda_expression parameters: (identifier) @parameter.name)
(record_declaration parameters: (formal_parameters
  (formal_parameter type: (_) @field.type name: (identifier) @field.name)))

; --- bindings --------------------------------------------------------------------------------------------------------
(field_declaration type: (_) @assign.type declarator: (variable_declarator name: (_) @assign.target value: (_) @assign.value))
(field_declaration type: (_) @declare.type declarator: (variable_declarator name: (_) @declare.target !value))
(field_declaration (modifiers (annotation) @given.by)
  declarator: (variable_declarator name: (_) @given.target !value))
(constant_declaration type: (_) @assign.type
  declarator: (variable_declarator name: (_) @assign.target value: (_) @assign.value))
(local_variable_declaration type: (_) @assign.type
  declarator: (variable_declarator name: (_) @assign.target value: (_) @assign.value))
(local_variable_declaration type: (_) @declare.type declarator: (variable_declarator name: (_) @declare.target !value))
(assignment_expression left: (_) @assign.target operator: "=" right: (_) @assign.value)
(assignment_expression left: (_) @augment.target operator: "+=" right: (_) @augment.value)
; options.setModel("m"); and models.put("fast", "m");
(expression_statement (method_invocation object: (identifier) @set.on name: (identifier) @set.name
  arguments: (argument_list . (_) @set.value (_)? @set.second .)))
(enhanced_for_statement type: (_) @element.type name: (_) @element.target value: (_) @element.value)
(resource type: (_) @assign.type name: (_) @assign.target value: (_) @assign.value)
(instanceof_expression right: (_) @declare.type name: (_) @declare.target)
(enum_constant name: (identifier) @assign.target) @assign.value

(method_invocation) @call
(object_creation_expression) @call
(explicit_constructor_invocation) @call

; === strings ===
(string_literal) @string
(ERROR) @error
