export {main, type Invocation} from './main.ts'
