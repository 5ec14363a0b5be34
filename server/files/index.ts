export { FileDamaged, type FileStorage, type StoredContent } from "./fileStorage.ts";
export { createLocalFiles } from "./localFiles.ts";
export { attachment, sendFile } from "./sendFile.ts";
export { registerFile } from "./storedFile.repository.ts";
