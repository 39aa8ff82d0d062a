interface PictureProps {
  readonly image_url?: string;
  readonly alt_text?: string;
}

/** A picture that a block names. */
export const Picture = ({ image_url = '', alt_text = '' }: PictureProps) => <img src={image_url} alt={alt_text} />;
