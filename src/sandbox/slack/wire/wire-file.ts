import type { StoredFile } from '../state/records.js';

/** A file as Slack's API tells of it. `publicUrl` is where the stand-in is reached. */
export function wireFile(file: StoredFile, publicUrl: string) {
  const address = `${publicUrl}/files/${file.id}/${encodeURIComponent(file.name)}`;
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: file.name.includes('.') ? (file.name.split('.').at(-1) ?? 'text') : 'text',
    user: file.user,
    size: file.size,
    mode: 'hosted',
    is_external: false,
    is_public: false,
    url_private: address,
    url_private_download: address,
    permalink: address,
  };
}
