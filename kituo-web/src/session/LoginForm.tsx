import { type FormEvent, useState } from 'react'
import { Button, Input, Label, TextField } from 'react-aria-components'
import { ApiError } from '../api/http.ts'
import { t, textOf } from '../app/messages.ts'
import { NoticeBox } from '../ui/NoticeBox.tsx'
import { logIn } from './me.ts'

const CODE_WANTED = new Set([
  'INCORRECT_TWO_FACTOR_CODE_TOTP',
  'INCORRECT_TWO_FACTOR_CODE_EMAIL',
  'EMAIL_TWO_FACTOR_CODE_SENT',
])

interface LoginFormProps {
  /** Filled in and fixed when somebody must prove again who they are. */
  readonly username?: string
  readonly onSuccess: () => void
}

function problemOf(failure: unknown): string {
  if (!(failure instanceof ApiError)) return t('login.failed', { reason: String(failure) })
  if (failure.status === 0) return t('login.unreachable')
  if (failure.status === 401) return t('login.wrong')
  return t('login.failed', { reason: failure.message || String(failure.status) })
}

function problemOfStatus(status: string): string {
  if (status === 'EMAIL_TWO_FACTOR_CODE_SENT') return t('login.code.sent')
  if (CODE_WANTED.has(status)) return t('login.wrongCode')
  return textOf(`login.${status}`) ?? t('login.failed', { reason: status })
}

/** Username, password and, when the server asks for it, the second factor. */
export function LoginForm({ username: knownUsername, onSuccess }: LoginFormProps) {
  const [username, setUsername] = useState(knownUsername ?? '')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [codeWanted, setCodeWanted] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setProblem(undefined)
    try {
      const status = await logIn({ username, password, ...(code ? { twoFactorCode: code } : {}) })
      if (status === 'SUCCESS') return onSuccess()
      setCodeWanted(CODE_WANTED.has(status))
      setProblem(problemOfStatus(status))
    } catch (failure) {
      setProblem(problemOf(failure))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className="login-form" onSubmit={(event) => void submit(event)}>
      {problem && <NoticeBox title={problem} tone="error" live />}
      <TextField
        className="field"
        value={username}
        onChange={setUsername}
        isRequired
        isReadOnly={knownUsername !== undefined}
        autoComplete="username"
        autoFocus={knownUsername === undefined}
      >
        <Label>{t('login.username')}</Label>
        <Input autoCapitalize="none" spellCheck="false" />
      </TextField>
      <TextField
        className="field"
        type="password"
        value={password}
        onChange={setPassword}
        isRequired
        autoComplete="current-password"
        autoFocus={knownUsername !== undefined}
      >
        <Label>{t('login.password')}</Label>
        <Input />
      </TextField>
      {codeWanted && (
        <TextField className="field" value={code} onChange={setCode} inputMode="numeric" autoComplete="one-time-code" autoFocus>
          <Label>{t('login.code')}</Label>
          <Input />
        </TextField>
      )}
      <Button type="submit" className="button button-primary" isDisabled={busy}>
        {busy ? t('login.submitting') : t('login.submit')}
      </Button>
    </form>
  )
}
