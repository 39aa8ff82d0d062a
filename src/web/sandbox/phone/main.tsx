import { render } from 'preact';
import { PhonePage } from './phone-page.jsx';
import '../../tokens.css';
import './phone.css';

const root = document.getElementById('phone');
if (root) render(<PhonePage />, root);
