import assert from 'node:assert/strict';
import { codeOverview } from '../../../src/core/scaffold/code-overview.ts';
import { MemoryFiles } from '../workspace/memory-files.ts';

function overview(texts: Readonly<Record<string, string | undefined>>, from = 'plans/X.md', patterns: Readonly<Record<string, string>> = {}): Promise<string | undefined> {
  return codeOverview(new MemoryFiles(texts), from, patterns);
}

/** What is said of one manifest. */
async function dependencies(path: string, text: string | undefined): Promise<string | undefined> {
  const lines = (await overview({ [path]: text }, 'X.md'))?.split('\n') ?? [];
  return lines.find((line) => line.includes(`(${path})`))?.replace(/^.*\): /, '');
}

describe('codeOverview', () => {
  it('says nothing where there is no code', async () => {
    assert.equal(await overview({}), undefined);
    assert.equal(await overview({ 'README.md': '# Port\n', '.github/workflows/ci.yml': '', 'node_modules/x/package.json': '{}', 'dist/package.json': '{}' }), undefined);
  });

  it('names the folders two levels down, without what is not written by hand', async () => {
    const text = await overview({ 'src/core/a.ts': '', 'src/cli/deep/b.ts': '', 'web/a.ts': '', 'src/node_modules/x.js': '', 'src/.cache/x': '', 'build/x.js': '', '.git/x': '', 'my builds/x.ts': '' });
    assert.equal(text, 'Folders:\n\n- [my builds](../my%20builds)\n- [src](../src)\n  - [cli](../src/cli)\n  - [core](../src/core)\n- [web](../web)');
  });

  it('writes names as they are, where Markdown or a template reads more into them', async () => {
    const text = await overview({ '__tests__/a.ts': '', '[slug]/a.ts': '', '{{project}}/a.ts': '', 'snake_case/a.ts': '' }, 'X.md');
    assert.equal(text, 'Folders:\n\n- [\\[slug\\]](%5Bslug%5D)\n- [\\_\\_tests\\_\\_](__tests__)\n- [snake_case](snake_case)\n- [\\{\\{project\\}\\}](%7B%7Bproject%7D%7D)');
  });

  it('stops at as many folders as anyone reads', async () => {
    const text = await overview(Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`f${String(index).padStart(2, '0')}/a.ts`, ''])));
    assert.equal(text?.split('\n').length, 43);
    assert.ok(text.endsWith('- [f39](../f39)\n- … and 10 folders'));
  });

  it('reads what each manifest depends on', async () => {
    assert.equal(await dependencies('package.json', '{ "dependencies": { "zod": "^4", "@port/berths": "1" }, "devDependencies": { "mocha": "1" } }'), 'zod, @port/berths');
    assert.equal(await dependencies('package.json', '\uFEFF{\r\n"dependencies": {"zod": "^4"}}'), 'zod');
    assert.equal(await dependencies('go.mod', 'module github.com/port/berths\n\ngo 1.22\n\nrequire github.com/a/b v1.0.0\nrequire (\n\tgithub.com/c/d/v2 v2.1.0\n\tgolang.org/x/net v0.1.0 // indirect\n\t// github.com/e/f v1\n)\nreplace github.com/g/h => ../h\n'), 'github.com/a/b, github.com/c/d/v2');
    assert.equal(await dependencies('Cargo.toml', '[package]\nname = "port"\n\n[dependencies]\nserde = { version = "1", features = [\n  "derive",\n] }\ntokio-util = "1"\nlog.workspace = true\n# old = "1"\n\n[dev-dependencies]\nproptest = "1"\n'), 'serde, tokio-util, log');
    assert.equal(await dependencies('pom.xml', '<dependencies>\n<dependency>\n<groupId>org.port</groupId>\n<artifactId>\n  berths\n</artifactId></dependency>\n<dependency><groupId>a</groupId><artifactId>tides</artifactId></dependency></dependencies>\n<artifactId>own</artifactId>'), 'berths, tides');
    assert.equal(await dependencies('Port.csproj', '<ItemGroup><PackageReference Include="Npgsql" Version="8" />\n<PackageReference  Include="Dapper"/></ItemGroup>'), 'Npgsql, Dapper');
  });

  it('reads a list of Python dependencies to its end, and no further', async () => {
    const more = '\n[project.optional-dependencies]\ndev = ["pytest"]\n\n[tool.x]\nname = "y"\n';
    assert.equal(await dependencies('pyproject.toml', `[project]\ndependencies = ["requests>=2", 'rich']${more}`), 'requests, rich');
    assert.equal(await dependencies('pyproject.toml', `[project]\ndependencies = [\n  "uvicorn[standard]>=0.1; python_version < '3.9'", # "old"\n  'a.b_c-d ~= 1',\n  # "gone",\n]${more}`), 'uvicorn, a.b_c-d');
    assert.equal(await dependencies('pyproject.toml', `[project]\ndependencies = []${more}`), 'none');
    assert.equal(await dependencies('pyproject.toml', more), 'none');
  });

  it('names each once, and a few of many', async () => {
    const many = Array.from({ length: 30 }, (_, index) => `d${index}`);
    const text = await dependencies('package.json', JSON.stringify({ dependencies: Object.fromEntries(many.map((name) => [name, '1'])) }));
    assert.ok(text?.endsWith('d24, … and 5 more'));
    assert.equal(await dependencies('go.mod', 'require github.com/a/b v1.0.0\nrequire github.com/a/b v1.0.0\n'), 'github.com/a/b');
  });

  it('says of a broken manifest that it names nothing, and of one it cannot read nothing', async () => {
    for (const text of ['', '{', '[]', 'null', '{"dependencies": 7}', '{"dependencies": null}', '7']) assert.equal(await dependencies('package.json', text), 'none', text);
    assert.equal(await overview({ 'package.json': undefined }), undefined);
  });

  it('leaves manifests of examples and of what was built alone', async () => {
    const text = await overview({ 'a/b/package.json': '{}', 'a/b/c/package.json': '{}', 'dist/package.json': '{}', 'vendor/x/go.mod': '', 'a/.cache/package.json': '{}' });
    assert.match(text ?? '', /\n\nDependencies by manifest:\n\n- \[a\/b\/package\.json\]\(\.\.\/a\/b\/package\.json\): none$/);
  });

  it('lists the patterns that a team looks for', async () => {
    const files = { 'src/handlers/book.ts': '', 'src/handlers/free.ts': '', 'src/x.ts': '' };
    const text = await overview(files, 'plans/X.md', { Handlers: 'src/handlers/*.ts', Sagas: '**/*saga*' });
    assert.ok(text?.endsWith('\n\nHandlers:\n\n- [src/handlers/book.ts](../src/handlers/book.ts)\n- [src/handlers/free.ts](../src/handlers/free.ts)'));
    const many = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`h${index}.ts`, '']));
    assert.ok((await overview(many, 'X.md', { All: '*.ts' }))?.endsWith('\n- … and 5 files'));
  });

  it('takes no longer for a hostile manifest', async () => {
    const paths = ['package.json', 'go.mod', 'pyproject.toml', 'Cargo.toml', 'pom.xml', 'x.csproj'];
    const units = ['\n', ' ', 'a.', 'a.a/', 'require ', 'dependencies = [', '"', "'", '"a",', '[dependencies]\n', 'a =\n', '<dependency>', '<artifactId>', '<PackageReference ', 'a-', 'github.com/a v', 'github.com/a v1.0.0 // indirect '];
    for (const unit of units) {
      const text = `dependencies = [\n[dependencies]\n${unit.repeat(50_000 / unit.length)}`;
      await overview(Object.fromEntries(paths.map((path) => [path, text])));
    }
  });
});
