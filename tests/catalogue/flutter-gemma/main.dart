import 'package:flutter_gemma/flutter_gemma.dart';
