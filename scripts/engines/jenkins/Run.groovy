// Runs a Jenkinsfile and the library that it names, by Jenkins' own interpreter of Groovy. At every step the program
// is written to bytes and read again, as Jenkins does to outlive a restart.
//
//   Run.groovy gitlabTrigger.groovy Steps.groovy workspace Jenkinsfile ... stop Jenkinsfile
//
// The build behind `stop` is aborted once its log names a pipeline.
import com.cloudbees.groovy.cps.Continuable
import com.cloudbees.groovy.cps.CpsTransformer
import com.cloudbees.groovy.cps.Outcome
import com.cloudbees.groovy.cps.SerializableScript
import org.codehaus.groovy.control.CompilerConfiguration
import org.codehaus.groovy.runtime.InvokerHelper

@interface Library { String[] value() }

class Aborted extends Exception {
  Aborted(String message) { super(message) }
}

/** The machine that the build runs on. None of it is part of the program. */
class Machine {
  static Map stage
  static List<List<String>> environment = []
  static File workspace
  static boolean isStopped
  static Map env = [GIT_COMMIT: 'c0ffee', JENKINS_URL: 'https://jenkins.example.com/', BUILD_ID: '7']

  static void enter(List entries) {
    def odd = entries.find { !(it instanceof String) || !it.contains('=') }
    if (odd != null) throw new ClassCastException("${odd.getClass().name} is no NAME=value: $odd")
    environment << entries
  }

  static void leave() { environment.pop() }

  static String credential(Map of) {
    def secret = System.getenv(of.credentialsId.replace('-', '_').toUpperCase())
    if (secret == null) throw new Aborted("Could not find credentials entry with ID '${of.credentialsId}'")
    "${of.variable}=$secret".toString()
  }

  static void checkTimeout(Map of) { assert of.time instanceof Integer && java.util.concurrent.TimeUnit.valueOf(of.unit) }

  static Map readProperties(String file) {
    def properties = new Properties()
    new File(workspace, file).withInputStream { properties.load(it) }
    properties as Map
  }

  static void echo(String text) { println text }

  /** As the plugin Durable Task starts it. */
  static void sh(Map of) {
    def unknown = of.keySet() - ['label', 'script', 'encoding', 'returnStatus', 'returnStdout']
    if (unknown) throw new IllegalArgumentException("Unknown parameter(s) found for class type 'ShellStep': $unknown")
    def script = File.createTempFile('script', '.sh')
    script.text = of.script
    def builder = new ProcessBuilder('sh', '-xe', script.path).directory(workspace).redirectErrorStream(true)
    Map variables = [PATH: System.getenv('PATH'), HOME: workspace.path, WORKSPACE: workspace.path] + env
    environment.flatten().each { String entry -> variables.put(*entry.split('=', 2)) }
    builder.environment().clear()
    builder.environment().putAll(variables)
    def process = builder.start()
    process.outputStream.close()
    process.inputStream.eachLine('UTF-8') { line ->
      println line
      if (isStopped && line.contains('/-/pipelines/')) {
        isStopped = false
        // Jenkins finds them by a variable that they have inherited.
        ([process.toHandle()] + process.descendants().iterator().toList())*.destroy()
      }
    }
    def code = process.waitFor()
    script.delete()
    if (code != 0) throw new Aborted("script returned exit code $code")
  }
}

/** Looks names up as Jenkins' scripts do: variables of libraries, then steps. */
abstract class JenkinsScript extends SerializableScript {
  static Map<String, Object> libraries = [:]
  static Object steps

  Object getProperty(String name) { name == 'env' ? Machine.env : super.getProperty(name) }

  Object invokeMethod(String name, Object words) {
    def of = libraries[name] ?: steps
    InvokerHelper.getMetaClass(of).invokeMethod(of, of.is(steps) ? name : 'call', words)
  }
}

byte[] frozen(program) {
  def bytes = new ByteArrayOutputStream()
  new ObjectOutputStream(bytes).writeObject(program)
  bytes.toByteArray()
}

Continuable thawed(byte[] bytes, ClassLoader loader) {
  def reader = new ObjectInputStream(new ByteArrayInputStream(bytes)) {
    protected Class resolveClass(ObjectStreamClass of) { Class.forName(of.name, false, loader) }
  }
  reader.readObject()
}

Outcome outcomeOf(Closure step) {
  try {
    step()
    new Outcome(null, null)
  } catch (Aborted aborted) {
    new Outcome(null, aborted)
  }
}

void build(GroovyShell shell, String jenkinsfile) {
  def program = new Continuable(shell.parse(new File(jenkinsfile)))
  def told = program.run0(new Outcome(null, null))
  while (program.resumable) {
    program = thawed(frozen(program), shell.classLoader)
    told = program.run0(outcomeOf { Machine.sh(told.replay()) })
  }
  try {
    told.replay()
    println 'Finished: SUCCESS'
  } catch (Aborted aborted) {
    println "ERROR: ${aborted.message}"
    println 'Finished: FAILURE'
  }
}

def (library, steps, workspace) = args.toList()
Machine.workspace = new File(workspace)
def configuration = new CompilerConfiguration(scriptBaseClass: 'JenkinsScript')
configuration.addCompilationCustomizers(new CpsTransformer())
def shell = new GroovyShell(getClass().classLoader, new Binding(), configuration)
JenkinsScript.steps = shell.parse(new File(steps))
JenkinsScript.libraries.gitlabTrigger = shell.parse(new File(library))
for (word in args.toList().drop(3)) {
  if (word == 'stop') Machine.isStopped = true
  else build(shell, word)
}
