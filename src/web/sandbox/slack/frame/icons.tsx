import type { ComponentChildren } from 'preact';

const Icon = ({ children }: { readonly children: ComponentChildren }) => (
  <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
    {children}
  </svg>
);

export const HashIcon = () => (
  <Icon>
    <path d="M8 3 6.5 17M13.5 3 12 17M3.5 7.5h13M3 12.5h13" />
  </Icon>
);
export const LockIcon = () => (
  <Icon>
    <path d="M5.5 9h9v7.5h-9zM7.5 9V6.5a2.5 2.5 0 0 1 5 0V9" />
  </Icon>
);
export const MoreIcon = () => (
  <Icon>
    <path d="M10 4.5v.01M10 10v.01M10 15.5v.01" stroke-width="3" />
  </Icon>
);
export const ChevronIcon = () => (
  <Icon>
    <path d="m5.5 8 4.5 4.5L14.5 8" />
  </Icon>
);
export const CloseIcon = () => (
  <Icon>
    <path d="m5 5 10 10M15 5 5 15" />
  </Icon>
);
export const ThreadIcon = () => (
  <Icon>
    <path d="M4 4h12v9h-6l-3.5 3v-3H4z" />
  </Icon>
);
export const ClipIcon = () => (
  <Icon>
    <path d="m14.5 9.5-5 5a3 3 0 0 1-4.2-4.2l5.8-5.8a2 2 0 0 1 2.9 2.9l-5.7 5.6a.9.9 0 0 1-1.3-1.3l4.6-4.6" />
  </Icon>
);
export const SendIcon = () => (
  <Icon>
    <path d="M3.5 16.5 17 10 3.5 3.5l2 6.5zM5.5 10H11" />
  </Icon>
);
export const EyeIcon = () => (
  <Icon>
    <path d="M2.5 10s2.8-4.5 7.5-4.5 7.5 4.5 7.5 4.5-2.8 4.5-7.5 4.5S2.5 10 2.5 10z" />
    <circle cx="10" cy="10" r="2" />
  </Icon>
);
export const MenuIcon = () => (
  <Icon>
    <path d="M3.5 5.5h13M3.5 10h13M3.5 14.5h13" />
  </Icon>
);
export const KnobsIcon = () => (
  <Icon>
    <path d="M3 6h8M15 6h2M3 14h2M9 14h8" />
    <circle cx="13" cy="6" r="2" />
    <circle cx="7" cy="14" r="2" />
  </Icon>
);
export const BoltIcon = () => (
  <Icon>
    <path d="M11 2.5 4.5 11.5h5L9 17.5l6.5-9h-5z" />
  </Icon>
);
