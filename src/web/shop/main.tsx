import { render } from 'preact';
import { ShopPage } from './shop-page.jsx';
import '../tokens.css';
import './shop.css';
import './front.css';
import './products.css';
import './product-dialog.css';

const root = document.getElementById('shop');
if (root) render(<ShopPage />, root);
