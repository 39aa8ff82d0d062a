/** Says plainly that nothing here is real. */
export function ShopFooter({ name }: { readonly name: string }) {
  return (
    <footer class="shop-footer">
      <div>
        <strong>{name}</strong>
        <p>
          This is a demo shop. Its products, people, orders, suppliers and dates are simulated. What you order here is a
          real order of the desk behind it, yet nothing is charged and nothing is sent.
        </p>
      </div>
    </footer>
  );
}
