// The app inside the widget's frame starts here.
import { render } from 'preact'

render(<main />, document.getElementById('root')!)
