/** Replaces an object by one whose process is killed at its n-th call, for tests of commands that are interrupted. */

/** Counts calls, and throws instead of the n-th. */
export interface Interruption {
  calls: number;
  /** The call that throws; none if it is 0. */
  at: number;
}

/** Functions that only name an object, and do no I/O. */
const NAMING = new Set(['getHandle']);

/** The same object. Its methods, those of its parts and those of objects that they give count as calls. */
export function interruptedAt<T extends object>(whole: T, interruption: Interruption): T {
  return new Proxy(whole, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value === 'function') return counted(target, String(name), value as Call, interruption);
      return isPart(value) ? interruptedAt(value, interruption) : value;
    },
  });
}

type Call = (...given: unknown[]) => unknown;

function counted(target: object, name: string, call: Call, interruption: Interruption): Call {
  return (...given) => {
    if (!NAMING.has(name)) {
      interruption.calls += 1;
      if (interruption.calls === interruption.at) throw new Error('killed');
    }
    const result = Reflect.apply(call, target, given);
    return isPart(result) ? interruptedAt(result, interruption) : result;
  };
}

/** Neither a promise nor something that is iterated over. */
function isPart(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    !('then' in value) &&
    !(Symbol.asyncIterator in value) &&
    !Array.isArray(value)
  );
}
