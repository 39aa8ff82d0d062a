import { render } from 'preact';
import { HomePage } from './home-page.jsx';
import './home.css';
import './stand-ins.css';

const root = document.getElementById('home');
if (root) render(<HomePage />, root);
