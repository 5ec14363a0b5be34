import supertest from "supertest";

/** A platform's software: a key with every request, no cookie, no token. */
export class KeyClient {
  readonly #url: string;
  readonly #key: string;

  constructor(url: string, key: string) {
    this.#url = url;
    this.#key = key;
  }

  get(path: string): supertest.Test {
    return this.#with(supertest(this.#url).get(path));
  }
  post(path: string, body: object = {}): supertest.Test {
    return this.#with(supertest(this.#url).post(path)).send(body);
  }
  put(path: string, body: object = {}): supertest.Test {
    return this.#with(supertest(this.#url).put(path)).send(body);
  }
  delete(path: string): supertest.Test {
    return this.#with(supertest(this.#url).delete(path));
  }
  upload(path: string): supertest.Test {
    return this.#with(supertest(this.#url).post(path));
  }

  #with(test: supertest.Test): supertest.Test {
    return test.set("authorization", `Bearer ${this.#key}`);
  }
}
