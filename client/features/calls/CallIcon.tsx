const PATHS = {
  mic: "M10 2.500a2.5 2.5 0 0 0-2.5 2.500v5a2.5 2.5 0 0 0 5 0V5A2.5 2.5 0 0 0 10 2.500ZM4.5 9.500a5.5 5.5 0 0 0 11 0M10 15v2.5",
  micOff:
    "M7.5 8v2a2.5 2.5 0 0 0 4 2M12.5 8V5a2.5 2.5 0 0 0-4.9-.7M4.5 9.500a5.5 5.5 0 0 0 8.5 4.600M10 15v2.500M3 3l14 14",
  camera: "M2.5 6h10v8h-10zM12.5 9l5-2.500v7l-5-2.5",
  cameraOff: "M5 6H2.500v8h10v-.5M8.5 6h4v4M12.5 9l5-2.500v7L15 12.300M3 3l14 14",
  hangUp: "M2.5 12.500c4-4.5 11-4.5 15 0l-2.2 2-2.8-1.400v-2c-1.6-.6-3.4-.6-5 0v2L4.7 14.500z",
  joint:
    "M7 9a2.8 2.8 0 1 0 0-5.600A2.8 2.8 0 0 0 7 9Zm7.2 1a2.3 2.3 0 1 0 0-4.600M1.8 16.500c.3-3 2.3-4.7 5.2-4.700s4.9 1.7 5.2 4.700m2.3-4.300c2 .2 3.3 1.5 3.6 3.8",
  caucus: "M6 9V6.500a4 4 0 0 1 8 0V9m-9.5 0h11v8h-11z",
} as const;

export function CallIcon({ of }: { readonly of: keyof typeof PATHS }) {
  return (
    <svg className="call-icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[of]} />
    </svg>
  );
}
