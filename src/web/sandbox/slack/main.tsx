import { render } from 'preact';
import { SlackPage } from './slack-page.jsx';
import './slack.css';
import './frame/sidebar.css';
import './messages/messages.css';
import './messages/composer.css';
import './blocks/blocks.css';
import './blocks/fields.css';
import './frame/dialogs.css';

const root = document.getElementById('slack');
if (root) render(<SlackPage />, root);
