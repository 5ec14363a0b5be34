/** What a platform states about its borrower. `idNumber` has 18 characters, an X in capitals; `phone` 11 digits. */
export type BorrowerDetails = {
  name: string;
  idNumber: string;
  phone: string;
  altPhone: string | null;
  email: string | null;
  registeredAddress: string | null;
  residentialAddress: string | null;
};
