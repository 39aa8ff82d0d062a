/** The page's own style: it must not depend on the shop's pages, which are another system. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #20242b; --soft: #59616e; --paper: #f4f5f7; --card: #fff; --line: #d9dde3; --yes: #1d5f34; --yes-soft: #def0e3; --no: #93281f; --no-soft: #fbe3df; --accent: #28518f; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9ebef; --soft: #a6adb9; --paper: #15171b; --card: #1f2228; --line: #363b44; --yes: #a8deb6; --yes-soft: #1d3a27; --no: #f5b7ae; --no-soft: #472521; --accent: #8fb6f2; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
.kind { margin: 0; color: var(--soft); font-size: .85rem; letter-spacing: .08em; text-transform: uppercase; }
h1 { margin: 0 0 .4rem; font-size: 1.7rem; line-height: 1.2; }
h2 { margin: 2rem 0 .8rem; font-size: 1.1rem; }
header p:last-child, li p { margin: .3rem 0 0; color: var(--soft); }
.tools { display: grid; gap: .8rem; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); margin-top: 1.2rem; }
form, li { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .9rem 1rem; }
form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
label { flex-basis: 100%; font-weight: 600; }
select, input { flex: 1; min-width: 0; }
select, input, button { min-height: 2.75rem; padding: 0 .7rem; border: 1px solid var(--line); border-radius: 8px; background: var(--card); color: var(--ink); font: inherit; }
button { background: var(--accent); border-color: var(--accent); color: var(--card); font-weight: 600; cursor: pointer; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
ol { display: grid; gap: .6rem; margin: 0; padding: 0; list-style: none; }
.head { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .2rem 1rem; }
time { color: var(--soft); font-size: .9rem; }
.yes, .no { padding: .1rem .5rem; border-radius: 6px; font-size: .9rem; }
.yes { background: var(--yes-soft); color: var(--yes); }
.no { background: var(--no-soft); color: var(--no); }
code { color: var(--soft); font-size: .85rem; overflow-wrap: anywhere; }
`;
