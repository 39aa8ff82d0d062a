import { render } from 'preact';
import { MailPage } from './mail-page.jsx';
import './mail.css';

const root = document.getElementById('mail');
if (root) render(<MailPage />, root);
