import { parse } from 'yaml';

import { at, filled, filledIn, hasKey, listAt, meaningFor, scalarText, textAt } from './document.js';
import type { Environment, Project, ShellWrapper } from './wrapper.js';

/** @see https://www.jetbrains.com/help/teamcity/recipe-yaml-syntax.html */
export const teamCity: ShellWrapper = {
  kind: 'shell',
  host: 'teamcity',
  icons: () => ({ TEAMCITY_VERSION: '2025.11' }),
  trigger: (project) => {
    const recipe: unknown = parse(project.read('gitlab-trigger.yml'));
    const parameters = meaningFor({
      'gitlab.trigger.token': project.secrets.token,
      'gitlab.api.token': project.secrets.accessToken,
      'build.vcs.number': project.commit,
    });
    const given = filledIn({ ...defaultsOf(recipe), ...parametersIn(project) }, (text) =>
      filled(text, /%([\w.]+)%/g, parameters),
    );
    return {
      shell: 'bash',
      script: textAt(recipe, 'steps', 0, 'script'),
      environment: environmentParameters(given),
    };
  },
  announce: (project, { output }) => ({
    shell: 'bash',
    script: scriptIn(project),
    environment: environmentParameters(parametersSetIn(output)),
  }),
};

function defaultsOf(recipe: unknown): Environment {
  return Object.fromEntries(
    listAt(recipe, 'inputs')
      .flatMap((input) => Object.entries(input as object))
      .filter(([, input]) => hasKey(input, 'default'))
      .map(([name, input]) => [name, scalarText(at(input, 'default'))]),
  );
}

/** Parameters whose names begin with `env.` are variables of the process. */
function environmentParameters(parameters: Environment): Environment {
  return Object.fromEntries(
    Object.entries(parameters)
      .filter(([name]) => name.startsWith('env.'))
      .map(([name, value]) => [name.slice('env.'.length), value]),
  );
}

function parametersIn({ read }: Project): Environment {
  const calls = read('settings.kts').matchAll(/^\s*param\("([^"]+)", "([^"]*)"\)$/gm);
  return Object.fromEntries([...calls].map(([, name = '', value = '']) => [name, value]));
}

/** The raw string of the only script. */
function scriptIn({ read }: Project): string {
  const script = /scriptContent = """(.*?"*)"""$/m.exec(read('settings.kts'))?.[1];
  if (script === undefined) throw new TypeError('there is no script');
  return script.replaceAll("${'$'}", '$');
}

/** @see https://www.jetbrains.com/help/teamcity/service-messages.html */
function parametersSetIn(output: string): Environment {
  const message = /^##teamcity\[setParameter name='((?:[^'|]|\|.)*)' value='((?:[^'|]|\|.)*)'.*\]$/gm;
  return Object.fromEntries(
    [...output.matchAll(message)].map(([, name = '', value = '']) => [unescaped(name), unescaped(value)]),
  );
}

function unescaped(text: string): string {
  return text.replace(/\|(?:0x([0-9a-fA-F]{4})|(.))/g, (_, code: string | undefined, mark: string) =>
    code === undefined
      ? (({ n: '\n', r: '\r' } as Environment)[mark] ?? mark)
      : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
