// Steps of Jenkins, as far as the example needs them. They are under CPS as the example is, so that they can run
// its closures; `sh` leaves the program, as every step of Jenkins does.
import com.cloudbees.groovy.cps.Continuable

def pipeline(Closure body) { body() }

def agent(Closure body) { body() }

def label(String name) {}

def options(Closure body) { body() }

def timeout(Map of) { Machine.checkTimeout(of) }

def stages(Closure body) { body() }

def stage(String name, Closure body) {
  Machine.stage = [:]
  body()
  def steps = Machine.stage.steps
  def post = Machine.stage.post
  try {
    steps()
  } finally {
    post()
  }
}

def steps(Closure body) { Machine.stage.steps = body }

def post(Closure body) { Machine.stage.post = body }

def always(Closure body) { body() }

def script(Closure body) { body() }

def string(Map of) { Machine.credential(of) }

def withCredentials(List entries, Closure body) { withEnv(entries, body) }

def withEnv(List entries, Closure body) {
  Machine.enter(entries)
  try {
    return body()
  } finally {
    Machine.leave()
  }
}

def sh(Map of) { Continuable.suspend(of) }

def readProperties(Map of) { Machine.readProperties(of.file) }

def echo(String text) { Machine.echo(text) }
