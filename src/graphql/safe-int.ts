import { GraphQLSafeInt } from 'graphql-scalars'
import { builder } from './builder.ts'

builder.addScalarType('SafeInt', GraphQLSafeInt, {
  description: 'A whole number from -9007199254740991 to 9007199254740991: larger than `Int`, and exact in JavaScript.',
})
