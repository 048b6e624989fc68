; Facts of Ruby. What the captures mean is said at the top of engine.py.

; --- imports ---------------------------------------------------------------------------------------------------------
(call !receiver method: (identifier) @import.loader arguments: (argument_list . (string) @import.module))
(scope_resolution scope: [(constant) (scope_resolution !scope)]) @import.global
(scope_resolution scope: (scope_resolution scope: [(constant) (scope_resolution !scope)])) @import.global
(call receiver: [(constant) (scope_resolution !scope)] @import.global)
; What a gem adds to every class, of which Rails requires nothing by name: acts_as_chat, acts_as_message.
(class body: (body_statement (identifier) @import.global))
(class body: (body_statement (call !receiver method: (identifier) @import.global)))

; === names ===
; --- scopes ----------------------------------------------------------------------------------------------------------
(method name: (_) @function.name) @function @function.body
(singleton_method name: (_) @function.name) @function @function.body
(lambda) @function @function.body
(do_block) @function @function.body
(block) @function @function.body
(class name: (constant) @class.name superclass: (superclass)? @class.bases) @class @class.body
(class name: (scope_resolution scope: (_)? @class.owner name: (constant) @class.name) superclass: (superclass)? @class.bases) @class @class.body
(module name: (constant) @class.name) @class @class.body
(module name: (scope_resolution scope: (_)? @class.owner name: (constant) @class.name)) @class @class.body

(return (argument_list . (_) @return))
(method body: (body_statement (_) @return .))
(method body: (body_statement (_) @return . [(rescue) (ensure)]))
(method body: (_) @return)
(singleton_method body: (body_statement (_) @return .))
(singleton_method body: (body_statement (_) @return . [(rescue) (ensure)]))
(singleton_method body: (_) @return)
(lambda body: (_ body: (_ (_) @return .)))

; --- parameters ------------------------------------------------------------------------------------------------------
(method_parameters (identifier) @parameter.name)
(block_parameters (identifier) @parameter.name)
(lambda_parameters (identifier) @parameter.name)
(optional_parameter name: (identifier) @parameter.name value: (_) @parameter.default)
(keyword_parameter name: (identifier) @parameter.name value: (_)? @parameter.default)
(splat_parameter name: (identifier) @parameter.rest)
(hash_splat_parameter name: (identifier) @parameter.keywords)

; --- bindings --------------------------------------------------------------------------------------------------------
(assignment left: (_) @assign.target right: (_) @assign.value)
(operator_assignment left: (_) @assign.target operator: "||=" right: (_) @assign.value)
(operator_assignment left: (_) @augment.target operator: "+=" right: (_) @augment.value)

; class_attribute :model, default: "m"
(call !receiver method: (identifier) @field.word arguments: (argument_list . (simple_symbol) @field.of
  (pair key: (hash_key_symbol) @field.key value: (_) @field.value)))

(call) @call

; === strings ===
(string) @string
(heredoc_body) @string
(bare_string) @string
(ERROR) @error
