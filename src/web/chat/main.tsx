import { render } from 'preact';
import { ChatPage } from './chat-page.jsx';
import '../tokens.css';
import './chat.css';
import './messages.css';
import './order-card.css';
import './eta-bar.css';
import './composer.css';

const root = document.getElementById('chat');
if (root) render(<ChatPage />, root);
